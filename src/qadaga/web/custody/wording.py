"""The words that the page of kept check lists says by its script."""

from django.utils.translation import gettext as _


def page_words() -> dict[str, str]:
    """Each by its name; `{n}` and `{time}` are filled in by the script."""
    return {
        "offline": _("No network"),
        "online": _("There is a network"),
        "kept": _("Answers kept on this device: {n}"),
        "saved": _("Last saved: {time}"),
        "unsent": _("Not sent yet"),
        "unsaved": _(
            "This device did not save the last answer: its storage is full or closed. Write it down."
        ),
        "begun": _("Begun on this device at {time}"),
        "found_at": _("Found at {time}"),
        "needs_remark": _("Write what is not kept."),
        "needs_answer": _("Choose an answer."),
        "incomplete": _("Some points are not complete yet. They are marked; put them right and send again."),
        "signin": _("Your session has ended. Sign in again and send; nothing is lost."),
        "foreign": _(
            "This list was kept by another officer, or in another of your appointments. "
            "Sign in as that officer to send it."
        ),
        "no_network": _("There is no network. Everything stays on this device; send it later."),
        "left": _("What is still here was not taken. The reason stands beside it."),
        "alarmed": _("The service knows of the person found: the minutes are seen by everybody above."),
    }
