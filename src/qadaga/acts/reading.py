"""From whom acts and measures are kept: whoever their matter complains of (L.1.10); which kinds are used."""

from qadaga.authority import barred
from qadaga.authority.uses import naming

_OF_MATTER = (
    "SELECT x.id FROM {} x JOIN matters_complainedof c ON c.matter_id = x.matter_id"
    " WHERE c.person_id = %(reader)s::uuid"
)

barred.declare("act", _OF_MATTER.format("acts_act"))
barred.declare("measure", _OF_MATTER.format("acts_measure"))
naming.declare(
    "act_kinds",
    "SELECT e.id, a.kind AS record FROM entries e JOIN acts_act a ON a.id = e.subject_id"
    " WHERE e.power = 'act.sign'",
)
