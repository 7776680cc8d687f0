//! Whole messages, octet by octet, against documents written by hand from the standard.

use super::*;
use crate::syncml::document::Message;
use crate::syncml::xml;

/// Without the line breaks and blanks that make the documents below readable.
fn joined(lines: &str) -> String {
    lines.lines().map(str::trim).collect()
}

fn written(message: &Message) -> String {
    String::from_utf8(xml::write(message).unwrap()).unwrap()
}

const PACKAGE_1: &str = "
    <?xml version=\"1.0\" encoding=\"UTF-8\"?>
    <SyncML xmlns='SYNCML:SYNCML1.2'>
      <SyncHdr>
        <VerDTD>1.2</VerDTD>
        <VerProto>DM/1.2</VerProto>
        <SessionID>101</SessionID>
        <MsgID>1</MsgID>
        <Target><LocURI>http://dm.example/dm</LocURI></Target>
        <Source><LocURI>MEID:A0000000000001</LocURI><LocName>Bruce2</LocName></Source>
        <Cred>
          <Meta>
            <Format xmlns='syncml:metinf'>b64</Format>
            <Type xmlns='syncml:metinf'>syncml:auth-md5</Type>
          </Meta>
          <Data>Zz6EivR3yeaaENcRN6lpAQ==</Data>
        </Cred>
        <Meta>
          <MaxMsgSize xmlns='syncml:metinf'>16384</MaxMsgSize>
          <MaxObjSize xmlns='syncml:metinf'>8192</MaxObjSize>
        </Meta>
      </SyncHdr>
      <SyncBody>
        <Alert><CmdID>1</CmdID><Data>1201</Data></Alert>
        <Replace>
          <CmdID>2</CmdID>
          <Item>
            <Source><LocURI>./DevInfo/DevId</LocURI></Source>
            <Meta>
              <Format xmlns='syncml:metinf'>chr</Format>
              <Type xmlns='syncml:metinf'>text/plain</Type>
            </Meta>
            <Data>MEID:A0000000000001</Data>
          </Item>
          <Item>
            <Source><LocURI>./DevInfo/Man</LocURI></Source>
            <Meta>
              <Format xmlns='syncml:metinf'>chr</Format>
              <Type xmlns='syncml:metinf'>text/plain</Type>
            </Meta>
            <Data>akeyd</Data>
          </Item>
          <Item>
            <Source><LocURI>./DevInfo/Mod</LocURI></Source>
            <Meta>
              <Format xmlns='syncml:metinf'>chr</Format>
              <Type xmlns='syncml:metinf'>text/plain</Type>
            </Meta>
            <Data>handset</Data>
          </Item>
          <Item>
            <Source><LocURI>./DevInfo/DmV</LocURI></Source>
            <Meta>
              <Format xmlns='syncml:metinf'>chr</Format>
              <Type xmlns='syncml:metinf'>text/plain</Type>
            </Meta>
            <Data>1.2</Data>
          </Item>
          <Item>
            <Source><LocURI>./DevInfo/Lang</LocURI></Source>
            <Meta>
              <Format xmlns='syncml:metinf'>chr</Format>
              <Type xmlns='syncml:metinf'>text/plain</Type>
            </Meta>
            <Data>en</Data>
          </Item>
        </Replace>
        <Final/>
      </SyncBody>
    </SyncML>";

/// The Cred is B64(H(B64(H(akeyd:minime)):server nonce)); the payload is a Protocol Capability Request.
const PACKAGE_2: &str = "
    <SyncML xmlns='SYNCML:SYNCML1.2'>
      <SyncHdr>
        <VerDTD>1.2</VerDTD>
        <VerProto>DM/1.2</VerProto>
        <SessionID>101</SessionID>
        <MsgID>1</MsgID>
        <Target><LocURI>MEID:A0000000000001</LocURI></Target>
        <Source><LocURI>http://dm.example/dm</LocURI></Source>
        <RespURI>http://dm.example/dm?sid=1&amp;t=2</RespURI>
        <Cred>
          <Meta><Type xmlns='syncml:metinf'>syncml:auth-md5</Type></Meta>
          <Data>ld3grXYivEmuwhq6fVCfNg==</Data>
        </Cred>
      </SyncHdr>
      <SyncBody>
        <Status>
          <CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>
          <Chal>
            <Meta>
              <Type xmlns='syncml:metinf'>syncml:auth-md5</Type>
              <Format xmlns='syncml:metinf'>b64</Format>
              <NextNonce xmlns='syncml:metinf'>AAECAwQFBgcICQoLDA0ODw==</NextNonce>
            </Meta>
          </Chal>
          <Data>212</Data>
        </Status>
        <Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>1</CmdRef><Cmd>Alert</Cmd><Data>200</Data></Status>
        <Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Replace</Cmd><Data>200</Data></Status>
        <Exec>
          <CmdID>4</CmdID>
          <Correlator>00000000000000ab</Correlator>
          <Item>
            <Target><LocURI>./CDMA/OTASP/Req</LocURI></Target>
            <Meta>
              <Format xmlns='syncml:metinf'>b64</Format>
              <Type xmlns='syncml:metinf'>application/octet-stream</Type>
            </Meta>
            <Data>Bg==</Data>
          </Item>
        </Exec>
        <Get><CmdID>5</CmdID><Item><Target><LocURI>./CDMA/AKey/Ver</LocURI></Target></Item></Get>
        <Get><CmdID>6</CmdID><Item><Target><LocURI>./CDMA/OTASP/Rsp</LocURI></Target></Item></Get>
        <Final/>
      </SyncBody>
    </SyncML>";

const PACKAGE_3: &str = "
    <?xml version=\"1.0\" encoding=\"UTF-8\"?>
    <SyncML xmlns='SYNCML:SYNCML1.2'>
      <SyncHdr>
        <VerDTD>1.2</VerDTD>
        <VerProto>DM/1.2</VerProto>
        <SessionID>101</SessionID>
        <MsgID>2</MsgID>
        <Target><LocURI>http://dm.example/dm?sid=1&amp;t=2</LocURI></Target>
        <Source><LocURI>MEID:A0000000000001</LocURI></Source>
      </SyncHdr>
      <SyncBody>
        <Status>
          <CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>
          <TargetRef>MEID:A0000000000001</TargetRef>
          <SourceRef>http://dm.example/dm</SourceRef>
          <Chal>
            <Meta>
              <Format xmlns='syncml:metinf'>b64</Format>
              <Type xmlns='syncml:metinf'>syncml:auth-md5</Type>
              <NextNonce xmlns='syncml:metinf'>AgICAgICAgICAgICAgICAg==</NextNonce>
            </Meta>
          </Chal>
          <Data>212</Data>
        </Status>
        <Status>
          <CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Exec</Cmd>
          <TargetRef>./CDMA/OTASP/Req</TargetRef>
          <Data>202</Data>
        </Status>
        <Alert>
          <CmdID>3</CmdID>
          <Data>1226</Data>
          <Correlator>00000000000000ab</Correlator>
          <Item>
            <Source><LocURI>./CDMA/OTASP/Req</LocURI></Source>
            <Meta>
              <Format xmlns='syncml:metinf'>b64</Format>
              <Type xmlns='syncml:metinf'>Reversed-Domain-Name: org.akeyd.otasp</Type>
            </Meta>
            <Data>BgABAAMBAgMBBAEA</Data>
          </Item>
        </Alert>
        <Status>
          <CmdID>4</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Cmd>Get</Cmd>
          <TargetRef>./CDMA/AKey/Ver</TargetRef>
          <Data>404</Data>
        </Status>
        <Status>
          <CmdID>5</CmdID><MsgRef>1</MsgRef><CmdRef>6</CmdRef><Cmd>Get</Cmd>
          <TargetRef>./CDMA/OTASP/Rsp</TargetRef>
          <Data>200</Data>
        </Status>
        <Results>
          <CmdID>6</CmdID>
          <MsgRef>1</MsgRef>
          <CmdRef>6</CmdRef>
          <Item>
            <Source><LocURI>./CDMA/OTASP/Rsp</LocURI></Source>
            <Meta>
              <Format xmlns='syncml:metinf'>b64</Format>
              <Type xmlns='syncml:metinf'>application/octet-stream</Type>
            </Meta>
            <Data/>
          </Item>
        </Results>
        <Final/>
      </SyncBody>
    </SyncML>";

#[test]
fn packages_1_and_3_are_written_as_the_standard_has_them() {
    let mut handset = handset();
    let mut draw = draw();
    let (mut session, package_1) = Session::start(&mut handset, Initiator::Client, &mut draw);
    assert_eq!(written(&package_1), joined(PACKAGE_1));
    let package_2 = xml::read(joined(PACKAGE_2).as_bytes()).unwrap();
    let Next::Send(package_3) = session.handle(&mut handset, &package_2, &mut draw) else { panic!() };
    assert_eq!(written(&package_3), joined(PACKAGE_3));
    assert_eq!(session.target(), "http://dm.example/dm?sid=1&t=2");
    let client: Vec<u8> = (0..16).collect();
    assert_eq!(handset.nonces(), &Nonces { client, server: vec![2; 16] });
}

#[test]
fn a_notified_session_says_1200_under_the_servers_session_id() {
    let initiator = Initiator::Server { session_id: "BEEF".into() };
    let (_, package_1) = Session::start(&mut handset(), initiator, &mut draw());
    let expected = joined(PACKAGE_1).replace("<SessionID>101<", "<SessionID>BEEF<").replace(">1201<", ">1200<");
    assert_eq!(written(&package_1), expected);
}

#[test]
fn basic_credentials_are_name_and_password_in_base64() {
    let account = Account { scheme: Scheme::Basic, ..account() };
    let (_, package_1) = Session::start(
        &mut Handset::new(Build { account, nonces: Nonces::default(), ..build() }),
        Initiator::Client,
        &mut draw(),
    );
    let cred = package_1.header.cred.unwrap();
    assert_eq!((cred.meta.type_.as_deref(), cred.data.as_str()), (Some("syncml:auth-basic"), "QnJ1Y2UyOk9oQmVoYXZl"));
}
