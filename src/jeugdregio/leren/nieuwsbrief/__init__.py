"""The newsletter of the academy, made of published stories, practice and the agenda of circles."""
