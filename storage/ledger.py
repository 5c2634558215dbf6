"""The ledger: one append-only row per transfer holds both legs."""
