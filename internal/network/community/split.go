package community

// split parts communities that are not connected. It returns the new partition, numbered
// from 0.
func (l *level) split(of []uint32) []uint32 {
	start, members := grouped(of, l.len())
	s := &splitting{l, of, make([]uint32, l.len()), make([]uint32, l.len())}
	eachGroup(start, members, func() func(list []uint32) { return s.community })
	numbered(s.part)
	return s.part
}

// splitting is parts of communities while they are found.
type splitting struct {
	*level

	of   []uint32
	part []uint32 // of each vertex: an earlier one of the same part, at last the first
	size []uint32 // of each part, by its first vertex
}

// community finds the parts of a community, whose vertices ascend. Most vertices have a tie
// to an earlier one.
func (s *splitting) community(list []uint32) {
	c := s.of[list[0]]
	parts := 0
	for _, v := range list {
		s.part[v] = v
		parts++
		to, _ := s.arcs(v)
		for _, u := range to {
			if u < v && s.of[u] == c {
				s.part[v] = s.part[u]
				parts--
				break
			}
		}
	}
	if parts > 1 {
		s.join(list)
	}
	for _, v := range list {
		s.part[v] = s.find(v)
	}
}

// join makes parts of a community that are tied to each other one. All but the largest are
// gone through.
func (s *splitting) join(list []uint32) {
	largest := list[0]
	for _, v := range list {
		part := s.part[v]
		if s.size[part]++; s.size[part] > s.size[largest] {
			largest = part
		}
	}
	for _, v := range list {
		if s.find(v) == s.find(largest) {
			continue
		}
		to, _ := s.arcs(v)
		for _, u := range to {
			if s.of[u] == s.of[v] {
				a, b := s.find(u), s.find(v)
				s.part[max(a, b)] = min(a, b)
			}
		}
	}
}

// find returns the first vertex of a part.
func (s *splitting) find(v uint32) uint32 {
	for s.part[v] != v {
		s.part[v] = s.part[s.part[v]]
		v = s.part[v]
	}
	return v
}
