"""Party and public bodies and what is a part of a body: agencies, offices without a level, departments, units."""
