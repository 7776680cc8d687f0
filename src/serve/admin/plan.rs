//! What a campaign is made with, read from a body and shown again: what each device gets, how fast, in which hours not, and when it stops by itself.
//!
//! Members are the same in both directions, so what was shown can be asked for. Used by [`super::campaigns`].

use serde::Serialize;

use crate::desk::record::campaign::{Pace, Quiet, StopRule, Wanted};
use crate::limits;
use crate::words::{Dialect, Kind, Order, Way};

use super::fields::Fields;
use super::problem::Problem;
use super::{start, subscribers};

/// How fast a campaign goes that says nothing of it.
pub(super) const DEFAULT_PACE: Pace =
    Pace { per_minute: limits::CAMPAIGN_PER_MINUTE_DEFAULT, at_once: limits::CAMPAIGN_AT_ONCE_DEFAULT, quiet: None };

/// When one stops by itself that says nothing of it.
pub(super) const DEFAULT_STOP: StopRule = StopRule {
    failed_percent: limits::CAMPAIGN_FAILED_PERCENT_DEFAULT,
    in_doubt_percent: limits::CAMPAIGN_IN_DOUBT_PERCENT_DEFAULT,
    after: limits::CAMPAIGN_STOP_AFTER_DEFAULT,
};

/// All of it as it is shown.
#[derive(Serialize)]
pub(super) struct Plan<'c> {
    way: Option<&'static str>,
    dialect: Option<&'static str>,
    order: Option<&'static str>,
    kind: Option<&'static str>,
    a_key_p_rev: Option<u8>,
    priority: u8,
    expires_after_s: Option<u64>,
    probe_first: bool,
    outcome_url: Option<&'c str>,
    per_minute: u32,
    at_once: u32,
    quiet: Option<QuietView>,
    stop: StopView,
}

#[derive(Serialize)]
struct QuietView {
    from: String,
    to: String,
    utc_offset: String,
}

#[derive(Serialize)]
struct StopView {
    failed_percent: u8,
    in_doubt_percent: u8,
    after: u32,
}

impl<'c> Plan<'c> {
    pub(super) fn of(wanted: &'c Wanted, pace: &Pace, stop: StopRule) -> Self {
        let Wanted { wishes, a_key_p_rev, priority, expires_after, probe_first, outcome_url } = wanted;
        let StopRule { failed_percent, in_doubt_percent, after } = stop;
        Self {
            way: wishes.way.map(Way::as_str),
            dialect: wishes.dialect.map(Dialect::as_str),
            order: wishes.order.map(Order::as_str),
            kind: wishes.kind.map(Kind::as_str),
            a_key_p_rev: *a_key_p_rev,
            priority: *priority,
            expires_after_s: expires_after.map(|millis| millis / 1000),
            probe_first: *probe_first,
            outcome_url: outcome_url.as_deref(),
            per_minute: pace.per_minute,
            at_once: pace.at_once,
            quiet: pace.quiet.map(|quiet| QuietView {
                from: written_hour(quiet.from),
                to: written_hour(quiet.to),
                utc_offset: written_offset(quiet.utc_offset),
            }),
            stop: StopView { failed_percent, in_doubt_percent, after },
        }
    }
}

/// What each device gets; `allows`: whether outcomes may go to a URL.
pub(super) fn wanted(fields: &mut Fields, allows: impl FnOnce(&str) -> bool) -> Result<Wanted, Problem> {
    let wishes = subscribers::wishes(fields)?;
    let most = limits::CAMPAIGN_EXPIRES_S;
    Ok(Wanted {
        wishes,
        a_key_p_rev: fields.number("a_key_p_rev", 0, u8::MAX.into())?.map(|revision| revision as u8),
        priority: fields.number("priority", 0, u8::MAX.into())?.unwrap_or(0) as u8,
        expires_after: fields.number("expires_after_s", *most.start(), *most.end())?.map(|seconds| seconds * 1000),
        probe_first: fields.flag("probe_first")?.unwrap_or(false),
        outcome_url: start::outcome_url(fields, allows)?,
    })
}

/// How fast it goes, as before where nothing is said; `"quiet": null` has no quiet hours.
pub(super) fn pace(fields: &mut Fields, before: &Pace) -> Result<Pace, Problem> {
    let quiet = if fields.has("quiet") { fields.object("quiet", quiet)? } else { before.quiet };
    let per_minute = fields.number("per_minute", 1, limits::CAMPAIGN_PER_MINUTE.into())?;
    let at_once = fields.number("at_once", 1, limits::CAMPAIGN_AT_ONCE.into())?;
    Ok(Pace {
        per_minute: per_minute.map_or(before.per_minute, |number| number as u32),
        at_once: at_once.map_or(before.at_once, |number| number as u32),
        quiet,
    })
}

fn quiet(fields: &mut Fields) -> Result<Quiet, Problem> {
    let mut hour = |name: &'static str| {
        let text = fields.required(name)?;
        hour(&text).ok_or_else(|| Problem::field(name, "is not a time of the day such as 22:00"))
    };
    let (from, to) = (hour("from")?, hour("to")?);
    if from == to {
        return Err(Problem::field("to", "is the same as `from`: that is no hour, or all of them"));
    }
    let utc_offset = offset(&fields.required("utc_offset")?);
    let wrong = || Problem::field("utc_offset", "is not a distance from UTC such as +02:00 or Z, of at most 14:00");
    Ok(Quiet { from, to, utc_offset: utc_offset.ok_or_else(wrong)? })
}

/// When it stops by itself, as before where nothing is said.
pub(super) fn stop(fields: &mut Fields, before: StopRule) -> Result<StopRule, Problem> {
    let read = |inner: &mut Fields| {
        let failed = inner.number("failed_percent", 0, 100)?;
        let in_doubt = inner.number("in_doubt_percent", 0, 100)?;
        let after = inner.number("after", 1, limits::CAMPAIGN_STOP_AFTER.into())?;
        Ok(StopRule {
            failed_percent: failed.map_or(before.failed_percent, |percent| percent as u8),
            in_doubt_percent: in_doubt.map_or(before.in_doubt_percent, |percent| percent as u8),
            after: after.map_or(before.after, |number| number as u32),
        })
    };
    Ok(fields.object("stop", read)?.unwrap_or(before))
}

/// The minute of the day of `HH:MM`.
fn hour(text: &str) -> Option<u16> {
    let [a, b, b':', c, d] = *text.as_bytes() else { return None };
    let number = |ten: u8, one: u8| {
        (ten.is_ascii_digit() && one.is_ascii_digit()).then(|| u16::from(ten - b'0') * 10 + u16::from(one - b'0'))
    };
    let (hours, minutes) = (number(a, b)?, number(c, d)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

fn written_hour(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Minutes ahead of UTC of `+HH:MM`, `-HH:MM` or `Z`; no clock on earth is more than 14 hours away.
fn offset(text: &str) -> Option<i16> {
    let ahead = match (text, text.strip_prefix('+'), text.strip_prefix('-')) {
        ("Z", ..) => 0,
        (_, Some(ahead), _) => i16::try_from(hour(ahead)?).ok()?,
        (_, _, Some(behind)) => -i16::try_from(hour(behind)?).ok()?,
        _ => return None,
    };
    (ahead.abs() <= 14 * 60).then_some(ahead)
}

fn written_offset(minutes: i16) -> String {
    format!("{}{}", if minutes < 0 { '-' } else { '+' }, written_hour(minutes.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a body as a new campaign's, but for its name.
    fn read(json: &str) -> Result<(Wanted, Pace, StopRule), (Option<String>, String)> {
        let read = || {
            let mut fields = Fields::read(json.as_bytes())?;
            let wanted = wanted(&mut fields, |url| url.starts_with("https://told.example/"))?;
            let pace = pace(&mut fields, &DEFAULT_PACE)?;
            let stop = stop(&mut fields, DEFAULT_STOP)?;
            fields.end().map(|()| (wanted, pace, stop))
        };
        read().map_err(Problem::into_parts)
    }

    #[test]
    fn a_plan_is_read_and_shown_again() {
        let json = r#"{"way":"perform","dialect":"nodes","order":"ms-first","kind":"root_key","a_key_p_rev":3,"priority":7,
            "expires_after_s":86400,"probe_first":true,"outcome_url":"https://told.example/x","per_minute":600,"at_once":50,
            "quiet":{"from":"22:05","to":"06:00","utc_offset":"-03:30"},"stop":{"failed_percent":5,"in_doubt_percent":0,"after":10}}"#;
        let (wanted, pace, stop) = read(json).unwrap();
        assert_eq!(pace.quiet, Some(Quiet { from: 22 * 60 + 5, to: 360, utc_offset: -210 }));
        assert_eq!((wanted.expires_after, stop.after), (Some(86_400_000), 10));
        let shown = serde_json::to_string(&Plan::of(&wanted, &pace, stop)).unwrap();
        let same = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(same(&shown), same(json));
        assert_eq!(read(&shown).unwrap(), (wanted, pace, stop));
        let (wanted, pace, stop) = read("{}").unwrap();
        assert_eq!((wanted, pace, stop), (Wanted::default(), DEFAULT_PACE, DEFAULT_STOP));
    }

    #[test]
    fn what_is_not_said_stays_and_null_ends_quiet_hours() {
        let quiet = Some(Quiet { from: 1, to: 2, utc_offset: 0 });
        let before = Pace { per_minute: 5, at_once: 6, quiet };
        let pace = |json: &str| pace(&mut Fields::read(json.as_bytes()).ok().unwrap(), &before).unwrap();
        assert_eq!(pace("{}"), before);
        assert_eq!(pace(r#"{"per_minute":null,"at_once":9}"#), Pace { at_once: 9, ..before.clone() });
        assert_eq!(pace(r#"{"quiet":null}"#), Pace { quiet: None, ..before.clone() });
        let before = StopRule { failed_percent: 1, in_doubt_percent: 2, after: 3 };
        let stop = |json: &str| stop(&mut Fields::read(json.as_bytes()).ok().unwrap(), before).unwrap();
        assert_eq!((stop("{}"), stop(r#"{"stop":null}"#), stop(r#"{"stop":{}}"#)), (before, before, before));
        assert_eq!(stop(r#"{"stop":{"in_doubt_percent":100}}"#), StopRule { in_doubt_percent: 100, ..before });
    }

    #[test]
    fn each_member_is_read_strictly_and_named() {
        let day = |member: &str, value: &str| {
            let mut hours = [("from", "\"22:00\""), ("to", "\"06:00\""), ("utc_offset", "\"Z\"")];
            hours.iter_mut().filter(|(name, _)| *name == member).for_each(|hour| hour.1 = value);
            let members: Vec<_> = hours.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
            format!("{{\"quiet\":{{{}}}}}", members.join(","))
        };
        for good in ["\"00:00\"", "\"23:59\""] {
            assert!(read(&day("from", good)).is_ok(), "{good}");
        }
        for (member, value) in [
            ("from", "\"24:00\""),
            ("from", "\"22:60\""),
            ("from", "\"2:00\""),
            ("from", "\"22:00:00\""),
            ("from", "\"+2:00\""),
            ("from", "22"),
            ("from", "null"),
            ("to", "\"\""),
            ("to", "\"22:00\""),
            ("to", "\"6 am\""),
            ("utc_offset", "\"+14:01\""),
            ("utc_offset", "\"-15:00\""),
            ("utc_offset", "\"2:00\""),
            ("utc_offset", "\"+2\""),
            ("utc_offset", "\"z\""),
            ("utc_offset", "\"Europe/Berlin\""),
            ("utc_offset", "120"),
            ("utc_offset", "null"),
        ] {
            let (field, why) = read(&day(member, value)).unwrap_err();
            assert_eq!(field, Some(format!("quiet.{member}")), "{value}: {why}");
        }
        for (value, minutes) in [("+14:00", 840), ("-14:00", -840), ("+00:00", 0), ("-00:30", -30), ("Z", 0)] {
            assert_eq!(read(&day("utc_offset", &format!("\"{value}\""))).unwrap().1.quiet.unwrap().utc_offset, minutes);
        }
        let bounds = |name: &str, least: u64, most: u64| {
            [least.wrapping_sub(1), most + 1].map(|wrong| format!("{{\"{name}\":{wrong}}}"))
        };
        let mut wrong: Vec<(String, &str)> = [
            (r#"{"way":"both"}"#, "way"),
            (r#"{"dialect":"morse"}"#, "dialect"),
            (r#"{"dialect":"is683","order":"ms-first"}"#, "order"),
            (r#"{"dialect":"is683","kind":"root_key"}"#, "kind"),
            (r#"{"a_key_p_rev":256}"#, "a_key_p_rev"),
            (r#"{"priority":-1}"#, "priority"),
            (r#"{"priority":256}"#, "priority"),
            (r#"{"probe_first":1}"#, "probe_first"),
            (r#"{"probe_first":"true"}"#, "probe_first"),
            (r#"{"outcome_url":"http://told.example/"}"#, "outcome_url"),
            (r#"{"outcome_url":"https://else.example/"}"#, "outcome_url"),
            (r#"{"outcome_url":"told.example"}"#, "outcome_url"),
            (r#"{"per_minute":"60"}"#, "per_minute"),
            (r#"{"per_minute":1.5}"#, "per_minute"),
            (r#"{"quiet":[]}"#, "quiet"),
            (r#"{"quiet":"22:00-06:00"}"#, "quiet"),
            (r#"{"quiet":{}}"#, "quiet.from"),
            (r#"{"stop":20}"#, "stop"),
            (r#"{"stop":{"failed_percent":101}}"#, "stop.failed_percent"),
            (r#"{"stop":{"failed_percent":"5"}}"#, "stop.failed_percent"),
            (r#"{"stop":{"in_doubt_percent":101}}"#, "stop.in_doubt_percent"),
            (r#"{"stop":{"after":0}}"#, "stop.after"),
            (r#"{"stop":{"behind":1}}"#, "stop.behind"),
            (r#"{"expires_after":60}"#, "expires_after"),
            (r#"{"state":"running"}"#, "state"),
        ]
        .map(|(json, field)| (json.to_owned(), field))
        .into();
        let expires = limits::CAMPAIGN_EXPIRES_S;
        for (name, least, most) in [
            ("per_minute", 1, u64::from(limits::CAMPAIGN_PER_MINUTE)),
            ("at_once", 1, u64::from(limits::CAMPAIGN_AT_ONCE)),
            ("expires_after_s", *expires.start(), *expires.end()),
        ] {
            wrong.extend(bounds(name, least, most).map(|json| (json, name)));
            for good in [least, most] {
                assert!(read(&format!("{{\"{name}\":{good}}}")).is_ok(), "{name} {good}");
            }
        }
        let most = u64::from(limits::CAMPAIGN_STOP_AFTER) + 1;
        wrong.push((format!("{{\"stop\":{{\"after\":{most}}}}}"), "stop.after"));
        for (json, field) in wrong {
            assert_eq!(read(&json).unwrap_err().0.as_deref(), Some(field), "{json}");
        }
    }

    #[test]
    fn bounds_and_defaults_are_those_that_are_described() {
        let description = include_str!("../../../docs/openapi.yaml");
        let members =
            &description[description.find("\n    Pace:\n").unwrap()..description.find("\n    Campaign:\n").unwrap()];
        let expires = limits::CAMPAIGN_EXPIRES_S;
        let (pace, stop) = (DEFAULT_PACE, DEFAULT_STOP);
        for (member, least, most, default) in [
            ("per_minute", 1, limits::CAMPAIGN_PER_MINUTE.into(), pace.per_minute.to_string()),
            ("at_once", 1, limits::CAMPAIGN_AT_ONCE.into(), pace.at_once.to_string()),
            ("in_doubt_percent", 0, 100, stop.in_doubt_percent.to_string()),
            ("after", 1, limits::CAMPAIGN_STOP_AFTER.into(), stop.after.to_string()),
            ("expires_after_s", *expires.start(), *expires.end(), String::new()),
        ] {
            let described =
                members.lines().find(|line| line.trim_start().starts_with(&format!("{member}: {{ type"))).unwrap();
            let bounds = format!("minimum: {least}, maximum: {most}, ");
            assert!(described.contains(&bounds), "{bounds}: {described}");
            let default = format!("Default {default}\"");
            assert!(member == "expires_after_s" || described.contains(&default), "{default}: {described}");
        }
        assert!(members.contains(&format!("Default {}\"", stop.failed_percent)));
        assert!(
            description
                .contains(&format!("maxLength: {}\n      pattern: \"^[0-9A-Za-z]", limits::CAMPAIGN_NAME_OCTETS))
        );
        assert!(description.contains(&format!("There may be {}, those", limits::CAMPAIGNS)));
    }
}
