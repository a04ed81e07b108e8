"""Stories, candidates, relations, propositions and questions."""
