"""The web site that an edition makes: what its pages share. The pages themselves are formats."""
