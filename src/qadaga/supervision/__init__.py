"""The directions of supervision: one sub-application a capability, each on matters, acts and authority.

A capability owns its typed rows and the services that exercise its powers. It hangs on a matter: findings,
results and acts of response stay where they are for everybody. What a second capability needs moves down.
"""
