"""What every test shares."""

from hypothesis import settings

# Examples differ in length and the machine may be busy: a slow one is no defect.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")
