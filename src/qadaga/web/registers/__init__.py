"""Pages of the registers: appeals, matters, acts; their filters, saved views and exports."""
