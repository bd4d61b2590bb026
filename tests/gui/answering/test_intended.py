"""A change starts from what was last asked for, saved yet or not."""

from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.gui.session.destinations import ToStructure
from cap_desktop.gui.structure.profile_page import ProfilePage
from cap_desktop.gui.structure.structure_presenter import StructurePresenter
from tests.gui.driving import Driven

FIELD = "structure_type"


def _others(driven: Driven) -> list[Profile]:
    """The profile of the open year with each other type of structure."""
    opened = driven.current
    field = next(item for item in opened.questionnaire.profile_fields if item.id == FIELD)
    kept = opened.profile[FIELD]
    names = [option.id for option in field.options if option.id not in kept]
    return [{**opened.profile, FIELD: (name,)} for name in names]


def test_undo_goes_back_to_a_profile_that_was_asked_a_moment_before(demonstrated: Driven) -> None:
    session = demonstrated.window.session
    intents = StructurePresenter(session)
    first, second = _others(demonstrated)[:2]
    intents.change_profile(first)
    demonstrated.saved(lambda: intents.change_profile(second))
    assert demonstrated.current.profile == second
    demonstrated.saved(session.undo_stack.undo)
    assert demonstrated.current.profile == first


def test_a_new_year_begins_with_the_profile_that_waits_to_be_saved(demonstrated: Driven) -> None:
    session = demonstrated.window.session
    wanted = _others(demonstrated)[0]
    StructurePresenter(session).change_profile(wanted)
    with demonstrated.qtbot.waitSignal(session.opened):
        StructurePresenter(session).begin_year(2027, demonstrated.program._edition().content)
    assert demonstrated.current.assessment.year == 2027
    assert demonstrated.current.profile == wanted


def test_a_name_and_a_profile_are_taken_back_while_they_wait_to_be_saved(
    demonstrated: Driven,
) -> None:
    session, window = demonstrated.window.session, demonstrated.window
    window.go(ToStructure())
    form = window.page(ProfilePage).form
    assert form is not None
    name, kept = demonstrated.current.structure.name, dict(demonstrated.current.profile)
    other = _others(demonstrated)[0]

    def change_and_take_back() -> None:
        form.show_values("Un autre nom", other)
        form.changed.emit()
        window.page(ProfilePage).keep.click()
        assert StructurePresenter(session).intended_name() == "Un autre nom"
        form.show_values(name, kept)
        form.changed.emit()
        # The profile that is saved changes no question: it is taken back without a button.
        assert StructurePresenter(session).intended_name() == name
        assert dict(StructurePresenter(session).intended_profile()) == kept
        assert not window.page(ProfilePage).keep.isVisible()

    demonstrated.saved(change_and_take_back)
    assert demonstrated.current.structure.name == name
    assert demonstrated.current.profile == kept
    demonstrated.saved(session.undo_stack.undo)
    demonstrated.saved(session.undo_stack.undo)
    assert demonstrated.current.structure.name == "Un autre nom"
