"""What every layer may use: clock, periods, money, identifiers, sort keys, errors. Imports none of ours."""
