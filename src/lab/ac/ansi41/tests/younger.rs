//! Two questions of one exchange: the older one is not asked again behind the younger one's back.

use super::*;
use crate::ansi41::tcap::{Component, Package};

#[tokio::test]
async fn a_question_is_not_sent_again_after_a_younger_one_of_its_exchange() {
    World::run(CentreSettings::default(), async |world| {
        let ask = |call, ask| {
            let (answer, said) = oneshot::channel();
            world.north.ask(Question { exchange: ExchangeId(5), call: Call(call), device: device(), ask, answer });
            said
        };
        // The centre is silent: each is sent three times, 150 ms apart.
        let older = ask(1, Ask::Generate { ms_result: vec![3; 64] });
        tokio::time::sleep(Duration::from_millis(50)).await;
        let _younger = ask(2, public_values(First::BsFirst));
        assert_eq!(older.await.unwrap(), Err(NorthFault::Unreachable));
        tokio::time::sleep(Duration::from_millis(400)).await;
        let mut events = world.from_service.borrow_mut().take().unwrap();
        let mut actions = Vec::new();
        while let Ok(Event::Received(unitdata)) = events.try_recv() {
            let package = Package::read(&unitdata.data).unwrap();
            let [Component::Invoke { parameters, .. }] = package.components() else { panic!() };
            actions.push(ActionCode(parameters.code(ParameterId::ACTION_CODE).unwrap().unwrap()));
        }
        let values = ActionCode::GENERATE_PUBLIC_VALUES;
        assert_eq!(actions, [ActionCode::GENERATE_A_KEY, values, values, values]);
    })
    .await;
}
