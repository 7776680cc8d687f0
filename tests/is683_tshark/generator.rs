//! Messages of every type, filled by dice.

use akeyd::is683::*;

/// Where values come from: the same ones in every run.
pub(crate) struct Dice<'n> {
    state: u64,
    noise: &'n [u8],
}

impl<'n> Dice<'n> {
    /// Octets that messages borrow.
    pub(crate) fn noise() -> Vec<u8> {
        let mut dice = Self { state: 0, noise: &[] };
        (0..4096).map(|_| dice.value()).collect()
    }

    pub(crate) fn new(seed: u64, noise: &'n [u8]) -> Self {
        Self { state: seed, noise }
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> usize {
        (self.next() % bound) as usize
    }

    fn bits<T: TryFrom<u64>>(&mut self, bits: u32) -> T {
        T::try_from(self.next() >> (64 - bits)).ok().expect("the type holds the bits")
    }

    fn value(&mut self) -> u8 {
        self.bits(8)
    }

    fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    fn octets(&mut self, most: u64) -> &'n [u8] {
        let count = self.below(most + 1);
        let from = self.below((self.noise.len() - count) as u64);
        &self.noise[from..from + count]
    }

    fn array<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.value())
    }

    fn list<T>(&mut self, most: u64, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| item(self)).collect()
    }

    fn maybe<T>(&mut self, item: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| item(self))
    }

    fn result(&mut self) -> ResultCode {
        ResultCode(self.value())
    }

    /// Secure mode would make the blocks ciphertext, which tshark takes for fields.
    fn clear(&mut self) -> Option<Fresh> {
        self.maybe(|_| Fresh::NotIncluded)
    }

    fn fresh(&mut self) -> Option<Fresh> {
        self.maybe(|dice| if dice.flag() { Fresh::Included(dice.bits(15)) } else { Fresh::NotIncluded })
    }

    fn blocks<Id>(&mut self, id: fn(u8) -> Id) -> Blocks<'n, Id> {
        let blocks = self.list(5, |dice| dice.block(id));
        Blocks { blocks, fresh: self.fresh() }
    }

    fn block<Id>(&mut self, id: fn(u8) -> Id) -> Block<'n, Id> {
        Block { block_id: id(self.value()), param_data: self.octets(40) }
    }

    fn block_ids<Id>(&mut self, id: fn(u8) -> Id) -> BlockIds<Id> {
        BlockIds { block_ids: self.list(9, |dice| id(dice.value())) }
    }

    fn results<Id>(&mut self, id: fn(u8) -> Id) -> BlockResults<Id> {
        let results = self.list(9, |dice| BlockResult { block_id: id(dice.value()), result_code: dice.result() });
        BlockResults { results }
    }

    fn reports<Id>(&mut self, id: fn(u8) -> Id) -> BlockReports<'n, Id> {
        let blocks = self.list(5, |dice| BlockReport { block: dice.block(id), result_code: dice.result() });
        BlockReports { blocks, fresh: self.fresh() }
    }

    fn single<Id>(&mut self, id: fn(u8) -> Id) -> SingleReport<'n, Id> {
        let param_data = self.octets(255);
        SingleReport { block_id: id(self.value()), result_code: self.result(), param_data, fresh: self.fresh() }
    }

    fn features(&mut self) -> Vec<Feature> {
        self.list(12, |dice| Feature { feature_id: FeatureId(dice.value()), feature_p_rev: FeaturePRev(dice.value()) })
    }

    fn imsi(&mut self) -> Imsi {
        Imsi {
            class: self.bits(1),
            addr_num: self.bits(3),
            mcc: Mcc(self.bits(10)),
            imsi_11_12: Imsi1112(self.bits(7)),
            imsi_s: ImsiS(self.bits(34)),
        }
    }

    /// As a handset reports it, or without what only a handset knows.
    fn nam_block(&mut self, reported: bool) -> NamBlock<'n> {
        let imsi_m = self.imsi();
        let access = Access {
            accolc: self.bits(4),
            local_control: self.flag(),
            mob_term_home: self.flag(),
            mob_term_for_sid: self.flag(),
            mob_term_for_nid: self.flag(),
        };
        let max_sid_nid = reported.then(|| self.value());
        // tshark reads the first pair even where there is none.
        let mut sid_nid = self.list(6, |dice| SidNid { sid: dice.bits(15), nid: dice.bits(16) });
        sid_nid.push(SidNid { sid: 1, nid: 2 });
        match self.below(5) {
            0 => NamBlock::CdmaAnalog(CdmaAnalogNam {
                firstchp: self.bits(11),
                home_sid: self.bits(15),
                ex: self.flag(),
                scm: reported.then(|| self.value()),
                mob_p_rev: reported.then(|| self.value()),
                imsi_m,
                access,
                max_sid_nid,
                sid_nid,
            }),
            1 => {
                let count = 1 + self.below(15);
                let digits: String = (0..count).map(|_| char::from(b"0123456789*#"[self.below(12)])).collect();
                NamBlock::Mdn(Mdn { digits: digits.parse().unwrap() })
            }
            2 => {
                let station = reported.then(|| CdmaStation { slotted_mode: self.flag(), mob_p_rev: self.value() });
                NamBlock::Cdma(CdmaNam { station, imsi_m, access, max_sid_nid, sid_nid })
            }
            3 => NamBlock::ImsiT(imsi_m),
            _ => NamBlock::Other(Block { block_id: NamBlockId(self.value() | 0x80), param_data: self.octets(40) }),
        }
    }

    fn validation_block(&mut self) -> ValidationBlock<'n> {
        let digits = format!("{:06}", self.below(1_000_000));
        let spc = Spc::of(&digits).unwrap();
        match self.below(4) {
            0 => ValidationBlock::VerifySpc(spc),
            1 => ValidationBlock::ChangeSpc(spc),
            2 => ValidationBlock::ValidateSpasm(Spasm {
                auth_otapa: self.maybe(|dice| dice.bits(18)),
                activate: self.flag(),
            }),
            _ => {
                let block_id = ValidationBlockId(self.value() | 0x80);
                ValidationBlock::Other(Block { block_id, param_data: self.octets(40) })
            }
        }
    }
}

/// A message from the network to the handset.
pub(crate) fn forward<'n>(otasp_msg_type: OtaspMsgType, dice: &mut Dice<'n>) -> Forward<'n> {
    match otasp_msg_type.0 {
        0 => Forward::ConfigurationRequest(dice.block_ids(NamBlockId)),
        1 => {
            let blocks = dice.list(4, |dice| dice.nam_block(false));
            Forward::DownloadRequest(DownloadRequest { blocks, fresh: dice.clear() })
        }
        2 => {
            let a_key_p_rev = AKeyPRev(dice.bits(3));
            let group =
                a_key_p_rev.carries_group().then(|| Group { param_p: dice.octets(255), param_g: dice.octets(255) });
            Forward::MsKeyRequest(MsKeyRequest { a_key_p_rev, group })
        }
        // One octet less would be too short for tshark, which wants two behind the type.
        3 => Forward::KeyGenerationRequest(KeyGenerationRequest { bs_result: longer(dice) }),
        4 => Forward::ReAuthenticateRequest(ReAuthenticateRequest { rand: dice.array() }),
        5 => Forward::CommitRequest(CommitRequest),
        6 => {
            let records = dice.maybe(|dice| RecordRequest {
                otasp_p_rev: dice.value(),
                cap_record_types: dice.list(9, |dice| CapRecordType(dice.value())),
            });
            Forward::ProtocolCapabilityRequest(ProtocolCapabilityRequest { records })
        }
        7 => {
            let block_id = SsprReportId(dice.bits(2));
            let part = (block_id == SsprReportId::PRL)
                .then(|| RequestedPart { request_offset: dice.bits(16), request_max_size: dice.value() });
            Forward::SsprConfigurationRequest(SsprConfigurationRequest { block_id, part })
        }
        8 => {
            let segment =
                Segment { last_segment: dice.flag(), segment_offset: dice.bits(16), segment_data: dice.octets(251) };
            let block = match dice.below(3) {
                0 => SsprBlock::Prl(segment),
                1 => SsprBlock::ExtendedPrl(segment),
                _ => {
                    let block = Block { block_id: SsprBlockId(dice.value()), param_data: dice.octets(255) };
                    return Forward::SsprDownloadRequest(SsprDownloadRequest {
                        block: SsprBlock::Other(block),
                        fresh: Some(Fresh::Included(dice.bits(15))),
                    });
                }
            };
            Forward::SsprDownloadRequest(SsprDownloadRequest { block, fresh: dice.clear() })
        }
        9 => Forward::ValidationRequest(ValidationRequest { blocks: dice.list(4, Dice::validation_block) }),
        10 => Forward::OtapaRequest(OtapaRequest { start_stop: dice.flag() }),
        11 => {
            let block_id = PuzlReportId(dice.value());
            Forward::PuzlConfigurationRequest(PuzlConfigurationRequest { block_id, request_data: dice.octets(9) })
        }
        12 => Forward::PuzlDownloadRequest(dice.blocks(PuzlBlockId)),
        13 => Forward::PacketDataConfigurationRequest(dice.block_ids(PacketDataReportId)),
        14 => Forward::PacketDataDownloadRequest(dice.blocks(PacketDataBlockId)),
        15 => {
            let security = Security(dice.bits(4));
            Forward::SecureModeRequest(SecureModeRequest { security, rand_smck: dice.maybe(Dice::array) })
        }
        17 => Forward::MmdConfigurationRequest(dice.block_ids(MmdBlockId)),
        18 => Forward::MmdDownloadRequest(dice.blocks(MmdBlockId)),
        19 => {
            let block_id = SystemTagReportId(dice.value());
            let part =
                dice.maybe(|dice| RequestedPart { request_offset: dice.bits(16), request_max_size: dice.value() });
            Forward::SystemTagConfigurationRequest(SystemTagConfigurationRequest { block_id, part })
        }
        20 => Forward::SystemTagDownloadRequest(dice.block(SystemTagBlockId)),
        21 => Forward::ServiceKeyGenerationRequest(ServiceKeyGenerationRequest { key_id: KeyId(dice.bits(16)) }),
        22 => Forward::MmsConfigurationRequest(dice.block_ids(MmsReportId)),
        23 => Forward::MmsDownloadRequest(dice.blocks(MmsBlockId)),
        _ => Forward::Unknown { otasp_msg_type, octets: dice.octets(20) },
    }
}

/// A message from the handset to the network.
pub(crate) fn reverse<'n>(otasp_msg_type: OtaspMsgType, dice: &mut Dice<'n>) -> Reverse<'n> {
    match otasp_msg_type.0 {
        0 => {
            let blocks = dice.list(4, |dice| NamReport { block: dice.nam_block(true), result_code: dice.result() });
            Reverse::ConfigurationResponse(ConfigurationResponse { blocks, fresh: dice.clear() })
        }
        1 => Reverse::DownloadResponse(dice.results(NamBlockId)),
        2 => Reverse::MsKeyResponse(MsKeyResponse { result_code: dice.result() }),
        3 => Reverse::KeyGenerationResponse(KeyGenerationResponse {
            result_code: dice.result(),
            ms_result: dice.octets(255),
        }),
        4 => Reverse::ReAuthenticateResponse(ReAuthenticateResponse {
            authr: dice.bits(18),
            randc: dice.value(),
            count: dice.bits(6),
            auth_data: dice.bits(24),
        }),
        5 => Reverse::CommitResponse(CommitResponse { result_code: dice.result() }),
        6 => Reverse::ProtocolCapabilityResponse(ProtocolCapabilityResponse {
            mob_firm_rev: dice.bits(16),
            mob_model: dice.value(),
            features: dice.features(),
            additional: dice
                .maybe(|dice| AdditionalFields { band_mode_cap: BandModeCap(dice.value()), more: dice.octets(9) }),
        }),
        7 => Reverse::SsprConfigurationResponse(dice.single(SsprReportId)),
        8 => Reverse::SsprDownloadResponse(SsprDownloadResponse {
            // tshark shows the segment of the two lists only.
            block_id: SsprBlockId(dice.bits(1)),
            result_code: dice.result(),
            stored: StoredPart { segment_offset: dice.bits(16), segment_size: dice.value() },
        }),
        9 => Reverse::ValidationResponse(dice.results(ValidationBlockId)),
        10 => {
            let result_code = dice.result();
            Reverse::OtapaResponse(OtapaResponse { result_code, rand_otapa: dice.maybe(Dice::array) })
        }
        11 => Reverse::PuzlConfigurationResponse(dice.single(PuzlReportId)),
        12 => {
            let results = dice.list(6, |dice| PuzlResult {
                block_id: PuzlBlockId(dice.value()),
                result_code: dice.result(),
                user_zone: dice.maybe(|dice| UserZone { uz_id: dice.bits(16), uz_sid: dice.bits(15) }),
            });
            Reverse::PuzlDownloadResponse(PuzlDownloadResponse { results })
        }
        13 => Reverse::PacketDataConfigurationResponse(dice.reports(PacketDataReportId)),
        14 => Reverse::PacketDataDownloadResponse(dice.results(PacketDataBlockId)),
        15 => Reverse::SecureModeResponse(SecureModeResponse { result_code: dice.result() }),
        16 => Reverse::ExtendedProtocolCapabilityResponse(ExtendedProtocolCapabilityResponse {
            otasp_mob_p_rev: dice.value(),
            mob_firm_rev: dice.bits(16),
            mob_model: dice.value(),
            features: dice.features(),
            cap_records: dice
                .list(6, |dice| CapRecord { cap_record_type: CapRecordType(dice.value()), cap_data: dice.octets(20) }),
        }),
        17 => Reverse::MmdConfigurationResponse(dice.reports(MmdBlockId)),
        18 => Reverse::MmdDownloadResponse(dice.results(MmdBlockId)),
        19 => Reverse::SystemTagConfigurationResponse(SystemTagConfigurationResponse {
            block_id: SystemTagReportId(dice.value()),
            result_code: dice.result(),
            param_data: dice.octets(255),
        }),
        20 => {
            let block_id = SystemTagBlockId(dice.bits(3));
            let stored = (1..=3)
                .contains(&block_id.0)
                .then(|| StoredPart { segment_offset: dice.bits(16), segment_size: dice.value() });
            let result_code = dice.result();
            Reverse::SystemTagDownloadResponse(SystemTagDownloadResponse { block_id, result_code, stored })
        }
        21 => Reverse::ServiceKeyGenerationResponse(ServiceKeyGenerationResponse { result_code: dice.result() }),
        22 => Reverse::MmsConfigurationResponse(dice.reports(MmsReportId)),
        23 => Reverse::MmsDownloadResponse(dice.results(MmsBlockId)),
        _ => Reverse::Unknown { otasp_msg_type, octets: dice.octets(20) },
    }
}

/// At least one octet.
fn longer<'n>(dice: &mut Dice<'n>) -> &'n [u8] {
    loop {
        let octets = dice.octets(255);
        if !octets.is_empty() {
            return octets;
        }
    }
}
