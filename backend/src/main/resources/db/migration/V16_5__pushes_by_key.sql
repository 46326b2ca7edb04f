-- For a change of keys: the few sealed words of pushes that are still needed, by the key that sealed them.
CREATE INDEX wechat_push_content_sealed_by ON wechat_push ((left(content, 6)) COLLATE "C") WHERE content IS NOT NULL;
CREATE INDEX wechat_push_answer_sealed_by ON wechat_push ((left(answer, 6)) COLLATE "C") WHERE answer IS NOT NULL;
