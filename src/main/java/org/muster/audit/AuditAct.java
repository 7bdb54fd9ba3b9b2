package org.muster.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be done, as the audit trail names it. The keys are stored with the entries and
 * sealed: one that was used once is never changed or taken away.
 */
public enum AuditAct {

	ACCOUNT_SIGNED_OUT("account.signed-out"), ACCOUNT_SIGN_IN_FAILED("account.sign-in.failed"),
	ACCOUNT_SIGN_IN_LIMITED("account.sign-in.limited"), ACCOUNT_PASSWORD_WRONG("account.password.wrong"),
	ACCOUNT_PASSWORD_LIMITED("account.password.limited"), ACCOUNT_SIGNED_IN("account.signed-in"),
	ACCOUNT_INVITED("account.invited"), ACCOUNT_MADE_NOT("account.made.not"), ACCOUNT_MADE("account.made"),

	ACCESS_REFUSED("access.refused"), ACCESS_STALE("access.stale"),

	FILE_DOWNLOADED("file.downloaded"),

	EVIDENCE_VERIFIED("evidence.verified"),

	OCCURRENCES_MORE("occurrences.more"),

	ORGANISATION_ADDED("organisation.added"), ORGANISATION_CHANGED("organisation.changed"),
	ORGANISATION_ARCHIVED("organisation.archived"), ORGANISATION_REACTIVATED("organisation.reactivated"),
	ORGANISATION_APPROVAL_ON("organisation.approval.on"), ORGANISATION_APPROVAL_OFF("organisation.approval.off"),
	ORGANISATION_ORDERS_ON("organisation.orders.on"), ORGANISATION_ORDERS_OFF("organisation.orders.off"),

	SKILL_ADDED("skill.added"), SKILL_CHANGED("skill.changed"), SKILL_MERGED("skill.merged"),

	CV_UPLOADED("cv.uploaded"), CV_DISCARDED("cv.discarded"),

	POOL_IMPORTED("pool.imported"), POOL_IMPORT_WITHDRAWN("pool.import.withdrawn"), POOL_EXPORTED("pool.exported"),

	CONSULTANT_EXPORTED("consultant.exported"), CONSULTANT_ERASED("consultant.erased"),
	CONSULTANT_TRACE_SETTLED("consultant.trace.settled"), CONSULTANT_ADDED("consultant.added"),
	CONSULTANT_CHANGED("consultant.changed"), CONSULTANT_ABSENT("consultant.absent"),
	CONSULTANT_PRESENT("consultant.present"), CONSULTANT_NOTED("consultant.noted"),
	CONSULTANT_NOTE_REMOVED("consultant.note.removed"),

	TEMPLATE_MADE("template.made"), TEMPLATE_CHANGED("template.changed"), TEMPLATE_RETIRED("template.retired"),

	REQUEST_APPROVAL_ASKED("request.approval.asked"), REQUEST_AMENDED("request.amended"),
	REQUEST_COMMENTED("request.commented"), REQUEST_COMMENTED_BACK("request.commented.back"),
	REQUEST_DISCUSSED_BACK("request.discussed.back"), REQUEST_DISCUSSED("request.discussed"),
	REQUEST_ATTACHED("request.attached"), REQUEST_DETACHED("request.detached"), REQUEST_COMPARED("request.compared"),
	REQUEST_GOAL_JUDGED("request.goal.judged"), REQUEST_GOAL_REPLACED("request.goal.replaced"),
	REQUEST_DRAFTED("request.drafted"), REQUEST_DISCARDED("request.discarded"), REQUEST_EDITED("request.edited"),
	REQUEST_POSITION_ADDED("request.position.added"), REQUEST_POSITION_CHANGED("request.position.changed"),
	REQUEST_POSITION_REMOVED("request.position.removed"), REQUEST_SUBMITTED("request.submitted"),
	REQUEST_WITHDRAWN("request.withdrawn"), REQUEST_CLOSED("request.closed"),

	INTERVIEW_ASKED("interview.asked"), INTERVIEW_CONFIRMED("interview.confirmed"),
	INTERVIEW_REFUSED("interview.refused"), INTERVIEW_SCORED("interview.scored"),
	INTERVIEW_WITHDRAWN("interview.withdrawn"),

	SHORTLIST_ADDED("shortlist.added"), SHORTLIST_REMOVED("shortlist.removed"),

	PROPOSAL_DRAFTED("proposal.drafted"), PROPOSAL_EDITED("proposal.edited"), PROPOSAL_DISCARDED("proposal.discarded"),
	PROPOSAL_REVISION_DISCARDED("proposal.revision.discarded"), PROPOSAL_SENT("proposal.sent"),
	PROPOSAL_SEALED("proposal.sealed"), PROPOSAL_ALTERNATIVE_ADDED("proposal.alternative.added"),
	PROPOSAL_ALTERNATIVE_REMOVED("proposal.alternative.removed"), PROPOSAL_COUNTER_ASKED("proposal.counter.asked"),
	PROPOSAL_COUNTER_BACK("proposal.counter.back"), PROPOSAL_COUNTER_ANSWERED("proposal.counter.answered"),
	PROPOSAL_COUNTER_REFUSED("proposal.counter.refused"), PROPOSAL_LOOK_ASKED("proposal.look.asked"),
	PROPOSAL_LOOK_APPROVED("proposal.look.approved"), PROPOSAL_LOOK_REFUSED("proposal.look.refused"),
	PROPOSAL_LOST("proposal.lost"), PROPOSAL_ACCEPTED("proposal.accepted"),
	PROPOSAL_REVISION_ENDED("proposal.revision.ended"), PROPOSAL_DECLINED("proposal.declined"),
	PROPOSAL_WITHDRAWN("proposal.withdrawn"), PROPOSAL_EXPIRED("proposal.expired"),

	ENGAGEMENT_REVIEWED("engagement.reviewed"), ENGAGEMENT_STARTED("engagement.started"),

	LETTERHEAD_CHANGED("letterhead.changed"),

	TERMS_WRITTEN("terms.written"),

	RATE_ADDED("rate.added"), RATE_REMOVED("rate.removed"),

	AGREEMENT_ADDED("agreement.added"), AGREEMENT_REMOVED("agreement.removed"),

	CLOSING_ADDED("closing.added"), CLOSING_REMOVED("closing.removed"),

	HOLIDAY_CORRECTED("holiday.corrected"), HOLIDAY_CORRECTION_WITHDRAWN("holiday.correction.withdrawn"),

	/** Written by portals of before, which told leave from other absences. */
	CONSULTANT_LEAVE("consultant.leave");

	private static final Map<String, AuditAct> BY_KEY = Arrays.stream(values())
		.collect(Collectors.toMap(AuditAct::key, Function.identity()));

	private final String key;

	AuditAct(String key) {
		this.key = key;
	}

	/** As entries have it, and below {@code audit.act} in the message bundle. */
	public String key() {
		return this.key;
	}

	/** The message that names it. */
	public String messageKey() {
		return "audit.act." + this.key;
	}

	/** Nothing for what a newer portal has written, or somebody else. */
	public static Optional<AuditAct> find(String key) {
		return Optional.ofNullable(BY_KEY.get(key));
	}

	/** The same of one that was looked for by acts. */
	public static AuditAct of(String key) {
		return find(key).orElseThrow();
	}

	static Set<String> keys(Collection<AuditAct> acts) {
		return acts.stream().map(AuditAct::key).collect(Collectors.toSet());
	}

}
