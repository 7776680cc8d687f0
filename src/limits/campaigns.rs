//! Every ceiling of campaigns, with its reason.
//!
//! Called by everybody, as part of [`super`].

/// Campaigns that are there at one time, those that are done included: each is known to the service while it runs.
pub const CAMPAIGNS: usize = 256;
/// Octets of a campaign's name.
pub const CAMPAIGN_NAME_OCTETS: usize = 64;
/// Devices in the list of one: a large network's.
pub const CAMPAIGN_DEVICES: u64 = 10_000_000;
/// Devices that one change adds to a list or moves on: some 100 KiB.
pub const CAMPAIGN_BATCH: usize = 1_024;
/// Exchanges that one asks for in a minute: more than one machine makes.
pub const CAMPAIGN_PER_MINUTE: u32 = 600_000;
/// Devices under way at one time, about 200 octets each: those that are called and stay away wait for days.
pub const CAMPAIGN_AT_ONCE: u32 = 100_000;
/// Exchanges that one asks for in a minute unless it says otherwise: one a second, so that what is wrong with a list or a model shows before
/// thousands of subscribers have it.
pub const CAMPAIGN_PER_MINUTE_DEFAULT: u32 = 60;
/// Devices under way unless it is asked for: so many may be switched off for days and the others still have their turn.
pub const CAMPAIGN_AT_ONCE_DEFAULT: u32 = 10_000;
/// Seconds after which an exchange of a campaign may be given up: time for a handset that is on, and a month.
pub const CAMPAIGN_EXPIRES_S: std::ops::RangeInclusive<u64> = 60..=31 * 24 * 3_600;
/// Percent of the devices of a campaign that may fail before it stops, unless it is asked for: in any list some are switched off for good.
pub const CAMPAIGN_FAILED_PERCENT_DEFAULT: u8 = 20;
/// Percent that may be in doubt, unless it is asked for: each is a subscriber who may be without service, and some of a hundred lose coverage.
pub const CAMPAIGN_IN_DOUBT_PERCENT_DEFAULT: u8 = 5;
/// Devices that must be done before a share counts.
pub const CAMPAIGN_STOP_AFTER: u32 = 1_000_000;
/// The same unless it is asked for: of fewer, one or two are a share already.
pub const CAMPAIGN_STOP_AFTER_DEFAULT: u32 = 50;
/// Devices that are read at one time: some 100 KiB.
pub const CAMPAIGN_PAGE: usize = 1_024;
/// Exchanges that are looked at in one reading: some milliseconds of a disk that must be asked.
pub const CAMPAIGN_LOOKS: usize = 256;
/// Readings of all campaigns that the store has at one time: what operators ask waits behind so many.
pub const CAMPAIGN_READS: usize = 4;
/// Exchanges that one campaign asks of desks at one time: a small part of what their inboxes hold.
pub const CAMPAIGN_ASKS: usize = 256;
/// Times that a device is looked for again whose doubt has ended, and the store does not say so yet: some minutes in all.
pub const CAMPAIGN_FINDS: u32 = 16;
/// Milliseconds until one is looked at again whose end was heard before it was durable; the pause doubles each time.
pub const CAMPAIGN_HEARD_MS: u64 = 20;
/// Milliseconds until something is tried again that found no room, at first and after many.
pub const CAMPAIGN_AGAIN_MS: u64 = 500;
/// The longest such pause.
pub const CAMPAIGN_AGAIN_MOST_MS: u64 = 60_000;
/// The same for a device for which as many exchanges wait as may: those take minutes to days.
pub const CAMPAIGN_HELD_MOST_MS: u64 = 10 * 60_000;
/// Milliseconds until an exchange is looked at that nothing was heard of: it should have been.
pub const CAMPAIGN_LOOK_MS: u64 = 10 * 60_000;
/// What operators may want of one campaign at one time.
pub const CAMPAIGN_WISHES: usize = 16;
/// Letters of operators that wait for whoever runs campaigns.
pub const CAMPAIGN_LETTERS: usize = 256;
/// Milliseconds until one is answered that there is no room: a large list is counted in a few seconds after a start.
pub const CAMPAIGN_ANSWER_MS: u64 = 30_000;
