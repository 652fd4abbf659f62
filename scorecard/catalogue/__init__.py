"""The KPI library (指標庫): definitions to copy from, over measures that they share."""
