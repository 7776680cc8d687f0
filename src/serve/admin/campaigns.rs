//! `/v1/campaigns` and `/v1/campaigns/{name}`: exchanges for many devices, made, looked at, hastened and halted.
//!
//! What a campaign does next is decided by [`crate::campaign`] and carried out behind [`Campaigns`](crate::serve::campaigns::Campaigns), which also
//! keeps the audit trail. Called by [`super`]; what it is made with reads and writes [`super::plan`], its devices are [`super::members`]'.

use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;

use crate::desk::record::campaign::{Campaign, CampaignState};
use crate::http::server::Response;
use crate::limits;
use crate::serve::campaigns::{CampaignOrder, Refusal, Tally};
use crate::store;

use super::plan::{self, Plan};
use super::problem::Problem;
use super::query::encoded;
use super::{Admin, Call, json, moment, page};

/// A campaign as it is shown.
#[derive(Serialize)]
struct View<'c> {
    name: &'c str,
    state: &'static str,
    /// Why it stands there, where somebody or something halted it.
    why: Option<&'c str>,
    by: &'c str,
    created: String,
    changed: String,
    /// Devices in its list.
    devices: u64,
    #[serde(flatten)]
    plan: Plan<'c>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tally: Option<Standing>,
}

/// How far it is.
#[derive(Serialize)]
struct Standing {
    waiting: u64,
    probing: u64,
    updating: u64,
    /// Of those under way, how many wait for their turn to get keys, how many for room in their own queues, and how many for a desk's.
    fit: u64,
    held: u64,
    unasked: u64,
    done: u64,
    /// How many of those that are done ended how.
    outcomes: serde_json::Map<String, serde_json::Value>,
    /// How many of those count as failed.
    failed: u64,
    /// When its quiet hours are over, in which it is.
    quiet_until: Option<String>,
    /// When the next turn is.
    next_begin: Option<String>,
}

#[derive(Serialize)]
struct Page<'c> {
    campaigns: Vec<View<'c>>,
    next: Option<&'c str>,
}

fn view(campaign: &Campaign, tally: Option<Standing>) -> View<'_> {
    let Campaign { name, by, created, changed, wanted, pace, stop, state, why, devices } = campaign;
    View {
        name,
        state: state.as_str(),
        why: why.as_deref(),
        by,
        created: moment::written(*created),
        changed: moment::written(*changed),
        devices: *devices,
        plan: Plan::of(wanted, pace, *stop),
        tally,
    }
}

fn standing(tally: &Tally) -> Standing {
    let outcomes = tally.outcomes.iter().map(|(outcome, count)| (outcome.as_str().to_owned(), count.into()));
    Standing {
        waiting: tally.waiting,
        probing: tally.probing,
        updating: tally.updating,
        fit: tally.fit,
        held: tally.held,
        unasked: tally.unasked,
        done: tally.done,
        outcomes: outcomes.collect(),
        failed: tally.failed(),
        quiet_until: tally.quiet_until.map(moment::written),
        next_begin: tally.next_begin.map(moment::written),
    }
}

/// The name of a campaign: it stands in paths, so it does not begin with a dot. `None`: it cannot be one.
pub(super) fn name(text: &str) -> Option<Arc<str>> {
    let fits = (1..=limits::CAMPAIGN_NAME_OCTETS).contains(&text.len())
        && text.bytes().all(|octet| octet.is_ascii_alphanumeric() || b"._-".contains(&octet))
        && text.starts_with(|first: char| first.is_ascii_alphanumeric());
    fits.then(|| text.into())
}

/// What somebody is told who was refused.
pub(super) fn refused(refusal: Refusal, name: &str) -> Problem {
    match refusal {
        Refusal::Exists => Problem::new(409, "exists", format!("there is a campaign {name} already")).of("name"),
        Refusal::Missing => Problem::no_campaign(name),
        Refusal::Conflict(why) => Problem::new(409, "state", why),
        Refusal::Full => Problem::full("there is no room for this now"),
        Refusal::Gone => Problem::full("the service stops"),
    }
}

pub(super) async fn list(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let query = &mut call.query;
    let limit = page(query)?;
    let after = query.text("after").map(|after| name(&after).ok_or_else(|| Problem::parameter("after", NOT_A_NAME)));
    let after = after.transpose()?;
    call.query.end()?;
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.campaigns(after.as_deref(), limit)).await?;
    let next = found.last().filter(|_| found.len() == limit).map(|last| &*last.name);
    Ok(json(200, &Page { campaigns: found.iter().map(|campaign| view(campaign, None)).collect(), next }))
}

const NOT_A_NAME: &str = "is not a name of letters, digits, `.`, `_` and `-`, the first a letter or digit";

pub(super) async fn create(admin: &Rc<Admin>, call: Call) -> Result<Response, Problem> {
    let mut fields = call.fields()?;
    call.query.end()?;
    let text = fields.required("name")?;
    let name = name(&text).ok_or_else(|| {
        Problem::field("name", format!("{NOT_A_NAME}, of at most {} in all", limits::CAMPAIGN_NAME_OCTETS))
    })?;
    let wanted = plan::wanted(&mut fields, |url| admin.around.outbox.allows(url))?;
    let pace = plan::pace(&mut fields, &plan::DEFAULT_PACE)?;
    let stop = plan::stop(&mut fields, plan::DEFAULT_STOP)?;
    fields.end()?;
    let now = admin.now();
    let campaign = Campaign {
        name: Arc::clone(&name),
        by: Arc::clone(&call.caller.name),
        created: now,
        changed: now,
        wanted,
        pace,
        stop,
        state: CampaignState::Draft,
        why: None,
        devices: 0,
    };
    admin.around.campaigns.create(campaign).await.map_err(|refusal| match refusal {
        Refusal::Full => Problem::full(format!(
            "there is no room for another campaign now: of {}, those that have ended count until they are removed",
            limits::CAMPAIGNS
        )),
        refusal => refused(refusal, &name),
    })?;
    Ok(shown(admin, &name, 201).await?.with_header("Location", format!("/v1/campaigns/{}", encoded(&name))))
}

pub(super) async fn show(admin: &Rc<Admin>, call: Call, name: &str) -> Result<Response, Problem> {
    call.query.end()?;
    shown(admin, name, 200).await
}

/// Another pace, other quiet hours, another rule: what is not given stays.
pub(super) async fn change(admin: &Rc<Admin>, call: Call, name: &str) -> Result<Response, Problem> {
    let mut fields = call.fields()?;
    call.query.end()?;
    // Two who change different members at one time both have their way.
    let _alone = admin.changing.lock().await;
    let now = find(admin, name).await?;
    let pace = plan::pace(&mut fields, &now.pace)?;
    let stop = plan::stop(&mut fields, now.stop)?;
    fields.end()?;
    let (pace, stop) = (Some(pace).filter(|pace| *pace != now.pace), Some(stop).filter(|stop| *stop != now.stop));
    if pace.is_some() || stop.is_some() {
        let by = Arc::clone(&call.caller.name);
        admin.around.campaigns.change(name, pace, stop, by).await.map_err(|refusal| refused(refusal, name))?;
    }
    shown(admin, name, 200).await
}

pub(super) async fn order(
    admin: &Rc<Admin>,
    call: Call,
    name: &str,
    order: CampaignOrder,
) -> Result<Response, Problem> {
    call.fields_if_any()?.end()?;
    call.query.end()?;
    give(admin, &call, name, order).await?;
    shown(admin, name, 200).await
}

pub(super) async fn remove(admin: &Rc<Admin>, call: Call, name: &str) -> Result<Response, Problem> {
    call.query.end()?;
    give(admin, &call, name, CampaignOrder::Remove).await?;
    Ok(Response::text(204, ""))
}

async fn give(admin: &Admin, call: &Call, name: &str, order: CampaignOrder) -> Result<Campaign, Problem> {
    let by = Arc::clone(&call.caller.name);
    admin.around.campaigns.order(name, order, by).await.map_err(|refusal| refused(refusal, name))
}

/// A campaign with its tally.
async fn shown(admin: &Admin, name: &str, status: u16) -> Result<Response, Problem> {
    let campaign = find(admin, name).await?;
    let tally = admin.around.campaigns.tally(name).await.map_err(|refusal| refused(refusal, name))?;
    Ok(json(status, &view(&campaign, Some(standing(&tally)))))
}

pub(super) async fn find(admin: &Admin, name: &str) -> Result<Campaign, Problem> {
    let wanted = name.to_owned();
    let found = store::read(&*admin.around.store, move |snapshot| snapshot.campaign(&wanted)).await?;
    found.ok_or_else(|| Problem::no_campaign(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_stand_in_a_path() {
        for good in ["a", "spring-2026", "A_b.c", "0", &"x".repeat(limits::CAMPAIGN_NAME_OCTETS)] {
            assert_eq!(name(good).as_deref(), Some(good));
        }
        for bad in
            ["", ".", "..", ".a", "-a", "_a", "a b", "a/b", "ä", "a\n", &"x".repeat(limits::CAMPAIGN_NAME_OCTETS + 1)]
        {
            assert_eq!(name(bad), None, "{bad:?}");
        }
    }
}
