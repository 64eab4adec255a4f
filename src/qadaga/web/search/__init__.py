"""The search over appeals, matters and acts."""
