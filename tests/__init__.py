"""The tests, folder by folder as the program; journeys, faults and benchmarks beside them."""
