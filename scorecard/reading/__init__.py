"""Reading what people type: numbers, yes and no, dates, periods and targets."""
