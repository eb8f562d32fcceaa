"""Taking names out before anything is given away: whose, where they stand, and every value that holds one."""

from sayso.out.redact.names import Found, Names
from sayso.out.redact.people import Person, other_people, person_called, private_people, public_names
from sayso.out.redact.values import Redactor

__all__ = ["Found", "Names", "Person", "Redactor", "other_people", "person_called", "private_people", "public_names"]
