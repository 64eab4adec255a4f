"""Offices competent beside the one that inspects, and when and how they were told of it (L.1.9)."""

from django.db import models

from qadaga.matters.models.links import Told, told_indexes, told_once
from qadaga.supervision.inspections.models.inspection import Inspection


class InspectionTold(Told):
    """Another office competent in the sphere and place of the inspection's matter."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="offices_told")

    class Meta:
        constraints = told_once("inspectiontold", "inspection")
        indexes = told_indexes("inspectiontold", "inspection")
