-- Whoever asked gives up after two seconds. A claim that waited longer for its row would still be made, by nobody, and its
-- lease would hold up the person's next message.
ALTER FUNCTION conversation_begin(text, text, interval) SET lock_timeout = '1500ms';
