-- A group that becomes a supergroup numbers its messages anew. How often that happened; see storage/post/moves.py.
ALTER TABLE chat_group ADD COLUMN era INTEGER NOT NULL DEFAULT 0;
-- Thanks of before were marked otherwise.
UPDATE chat_group SET era = 1 WHERE EXISTS (SELECT 1 FROM thanks WHERE thanks.chat_group = chat_group.id AND message < 0);
