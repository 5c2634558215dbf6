"""The features of this area. Their order decides nothing."""

from handlers.operations import (
    audit,
    broadcast,
    doctor,
    export,
    forgetting,
    incident,
    missed,
    monthly,
    mydata,
    note,
    quiet,
    roles,
    schedule,
    setup,
)

FEATURES = (
    audit,
    broadcast,
    doctor,
    export,
    forgetting,
    incident,
    missed,
    monthly,
    mydata,
    note,
    quiet,
    roles,
    schedule,
    setup,
)
