"""What every layer may use: clock, periods, money, identifiers, sort keys, errors. Imports nothing of ours."""
