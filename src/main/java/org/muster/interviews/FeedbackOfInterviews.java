package org.muster.interviews;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.muster.matching.InterviewFeedback;
import org.muster.matching.InterviewFeedback.Scored;
import org.muster.matching.InterviewFeedbackSource;
import org.muster.skills.Taxonomy;

import org.springframework.stereotype.Component;

/** Interviews as a match shows them. */
@Component
class FeedbackOfInterviews implements InterviewFeedbackSource {

	private final AllInterviews interviews;

	private final Taxonomy taxonomy;

	FeedbackOfInterviews(AllInterviews interviews, Taxonomy taxonomy) {
		this.interviews = interviews;
		this.taxonomy = taxonomy;
	}

	@Override
	public Map<Long, List<InterviewFeedback>> of(long positionId) {
		return this.interviews.ofPosition(positionId)
			.stream()
			.collect(Collectors.groupingBy(Interview::consultantId,
					Collectors.mapping(this::feedback, Collectors.toList())));
	}

	InterviewFeedback feedback(Interview interview) {
		Recommendation recommendation = interview.recommendation();
		return new InterviewFeedback(interview.reference(), interview.status().name(), interview.startsAt(),
				interview.here(), (recommendation != null) ? recommendation.name() : null, interview.verdict(),
				interview.scoredByName(),
				interview.scores()
					.stream()
					.map((score) -> new Scored(this.taxonomy.get(score.skillId()).name(), score.points(), score.note()))
					.sorted(Comparator.comparing(Scored::points).reversed().thenComparing(Scored::skill))
					.toList());
	}

}
