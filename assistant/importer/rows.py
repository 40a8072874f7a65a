"""Every table's row type, in an order in which foreign keys can be loaded."""

from __future__ import annotations

from assistant.importer import model, offices_model
from assistant.importer.model import Row

ROWS: tuple[type[Row], ...] = (
    model.Source,
    model.Council,
    model.Area,
    model.AreaMember,
    model.Party,
    model.PartyName,
    model.Name,
    model.WardAlias,
    model.Composition,
    model.ToldApart,
    model.Control,
    model.ControlChange,
    model.Election,
    model.ElectionParty,
    model.Contest,
    model.Candidacy,
    model.WardParty,
    model.Correction,
    model.Councillor,
    offices_model.Office,
    offices_model.OfficeContest,
    offices_model.OfficeCandidacy,
    offices_model.OfficeSeats,
    offices_model.OfficeHolder,
    model.Reported,
)
