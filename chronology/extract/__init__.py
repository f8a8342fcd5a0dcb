"""Articles in, the incidents they tell of out."""
