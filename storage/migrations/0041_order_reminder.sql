-- Whether staff have been reminded that the order's time is nearly over.
ALTER TABLE shop_order ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0;
