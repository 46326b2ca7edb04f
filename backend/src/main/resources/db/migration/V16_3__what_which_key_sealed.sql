-- For a change of keys: finds the phone numbers that an older key sealed, by the first characters of the seal.
CREATE INDEX account_phone_sealed_by ON account ((left(phone_sealed, 6)) COLLATE "C") WHERE phone_sealed IS NOT NULL;
-- And a proposal by what its seal is bound to.
CREATE UNIQUE INDEX household_proposal_nonce ON household_proposal (nonce);
