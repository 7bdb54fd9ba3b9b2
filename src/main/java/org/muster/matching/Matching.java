package org.muster.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.muster.consultants.Candidate;
import org.muster.consultants.Pool;
import org.muster.requests.Position;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Taxonomy;

import org.springframework.stereotype.Component;

/**
 * Holds the whole pool against positions. Exact: nobody is left out, and nothing is
 * sampled.
 */
@Component
public class Matching {

	private final Pool pool;

	private final Taxonomy taxonomy;

	Matching(Pool pool, Taxonomy taxonomy) {
		this.pool = pool;
		this.taxonomy = taxonomy;
	}

	/** Everybody, the best first. */
	public List<Match> rank(StaffingRequest request, Position position) {
		return rank(request, position, this.pool.all());
	}

	/**
	 * Everybody for each position of a request, in order, the best first; the pool is
	 * read once.
	 */
	public Map<Position, List<Match>> rankAll(StaffingRequest request) {
		List<Candidate> everybody = this.pool.all();
		Map<Position, List<Match>> ranked = new LinkedHashMap<>();
		request.positions().forEach((position) -> ranked.put(position, rank(request, position, everybody)));
		return ranked;
	}

	private List<Match> rank(StaffingRequest request, Position position, List<Candidate> everybody) {
		Scoring scoring = new Scoring(request, position, this.taxonomy);
		return everybody.stream().map(scoring::match).sorted(Match.RANKING).toList();
	}

	/** One consultant, if there is one of that id. */
	public Optional<Match> match(StaffingRequest request, Position position, long consultantId) {
		Scoring scoring = new Scoring(request, position, this.taxonomy);
		return this.pool.some(List.of(consultantId)).stream().map(scoring::match).findFirst();
	}

	/**
	 * For each position of a request, in order, how many consultants fit; the pool is
	 * read once.
	 */
	public List<Fit> fitting(StaffingRequest request) {
		return rankAll(request).entrySet()
			.stream()
			.map((entry) -> new Fit(entry.getKey(), entry.getValue().stream().filter(Match::fits).count()))
			.toList();
	}

	/**
	 * How well the pool answers a position.
	 *
	 * @param consultants how many fit
	 */
	public record Fit(Position position, long consultants) {

		public boolean isEnough() {
			return this.consultants >= this.position.headCount();
		}

	}

}
