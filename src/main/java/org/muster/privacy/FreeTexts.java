package org.muster.privacy;

import java.util.List;
import java.util.Optional;

/**
 * Every column in which people write freely. A test holds the list against the schema: a
 * column that is added later has to be here, or be declared to name nobody.
 */
final class FreeTexts {

	private static final String NOWHERE = "null";

	private static final String SENT = "t.content_hash is not null or t.seal is not null";

	private static final String AUDIT = "'/admin/audit'";

	private static final String IMPORTS = "'/admin/consultants/imports'";

	static final List<FreeText> ALL = List.of(
			new FreeText("request_comment", "text", request("t.request_id", "#discussion")).orRemoved(),
			new FreeText("request_attachment", "file_name", request("t.request_id", "#attachments")),
			new FreeText("staffing_request", "title", request("t.id", "")),
			new FreeText("request_goal", "measure", request("t.request_id", "#goals"))
				.by("concat(t.request_id, '-', t.kind)"),
			new FreeText("request_goal", "outcome_note", request("t.request_id", "#goals"))
				.by("concat(t.request_id, '-', t.kind)"),
			new FreeText("request_position", "responsibilities", request("t.request_id", "")),
			new FreeText("request_position", "questions", request("t.request_id", "")),
			new FreeText("request_amendment", "asked", request("t.request_id", "#amendments")), amendment("label"),
			amendment("old_value"), amendment("new_value"), new FreeText("position_template", "name", template("t.id")),
			new FreeText("position_template", "responsibilities", template("t.id")),
			new FreeText("position_template", "questions", template("t.id")),
			new FreeText("template_goal", "measure", template("t.template_id"))
				.by("concat(t.template_id, '-', t.kind)"),
			revision("title").sealedWhere(SENT), revision("note").sealedWhere(SENT), revision("decline_reason"),
			revision("purchase_order").sealedWhere("t.end_seal is not null"), revision("approval_asked_reason"),
			revision("approval_refusal"),
			new FreeText("counter_proposal", "reason", proposal("t.proposal_id", "#changes")),
			new FreeText("counter_proposal", "answer", proposal("t.proposal_id", "#changes")), interview("message"),
			interview("reason"), interview("verdict"),
			new FreeText("interview_score", "note",
					"(select concat('/interviews/', i.reference) from interview i where i.id = t.interview_id)")
				.by("concat(t.interview_id, '-', t.skill_id)"),
			profile("consultant_note", "text").orRemoved(), profile("consultant_review", "text"),
			profile("consultant_project", "title"), profile("consultant_project", "customer"),
			profile("consultant_project", "description"), profile("consultant_certification", "name"),
			profile("consultant_certification", "issuer"),
			new FreeText("consultant", "headline", "concat('/consultants/', t.reference)"),
			new FreeText("notification", "title", "t.link").orRemoved(),
			new FreeText("notification", "detail", "t.link").orRemoved(), mail("subject"), mail("plain"), mail("html"),
			new FreeText("saved_search", "name", NOWHERE).orRemoved(),
			new FreeText("saved_search", "query", NOWHERE).orRemoved(), new FreeText("audit_entry", "detail", AUDIT),
			new FreeText("unanswered_word", "example", "'/admin/skills/words'").orRemoved(),
			new FreeText("pool_import", "file_name", "concat('/admin/consultants/imports/', t.reference)"),
			new FreeText("pool_import", "header", IMPORTS), new FreeText("pool_import", "mapping", IMPORTS),
			new FreeText("pool_import", "problem", IMPORTS),
			new FreeText("pool_import_problem", "typed", IMPORTS).orRemoved(),
			new FreeText("pool_import_problem", "column_name", IMPORTS).orRemoved(),
			new FreeText("pool_import_mend", "typed", IMPORTS).orRemoved(),
			new FreeText("pool_import_mend", "mended", IMPORTS).orRemoved(),
			new FreeText("pool_import_left_out", "cells", IMPORTS).orRemoved(),
			new FreeText("pool_import_left_out", "reasons", IMPORTS).orRemoved(),
			new FreeText("profile_draft", "file_name", "concat('/admin/consultants/drafts/', t.reference)"),
			new FreeText("profile_draft_file", "text",
					"(select concat('/admin/consultants/drafts/', d.reference) from profile_draft d where d.id = t.draft_id)")
				.by("t.draft_id"),
			new FreeText("terms_version", "text", "concat('/terms/', t.number)").by("t.number").sealedWhere("1 = 1"),
			new FreeText("frame_agreement", "name", NOWHERE), new FreeText("closing", "name", "'/admin/closings'"),
			new FreeText("holiday_correction", "name", "'/admin/holidays'"),
			new FreeText("holiday_correction", "reason", "'/admin/holidays'"));

	private FreeTexts() {
	}

	static Optional<FreeText> at(String place) {
		return ALL.stream().filter((one) -> one.place().equals(place)).findFirst();
	}

	private static String request(String id, String part) {
		return "(select concat('/requests/', r.reference, '" + part + "') from staffing_request r where r.id = " + id
				+ ")";
	}

	private static String proposal(String id, String part) {
		return "(select concat('/proposals/', p.reference, '" + part + "') from proposal p where p.id = " + id + ")";
	}

	private static String template(String id) {
		return "(select concat('/admin/templates/', p.reference) from position_template p where p.id = " + id + ")";
	}

	private static FreeText amendment(String column) {
		return new FreeText("request_amendment_change", column, """
				(select concat('/requests/', r.reference, '#amendments') from request_amendment a
					join staffing_request r on r.id = a.request_id where a.id = t.amendment_id)""")
			.by("concat(t.amendment_id, '-', t.number)");
	}

	private static FreeText revision(String column) {
		return new FreeText("proposal_revision", column, proposal("t.proposal_id", ""));
	}

	private static FreeText interview(String column) {
		return new FreeText("interview", column, "concat('/interviews/', t.reference)");
	}

	private static FreeText profile(String table, String column) {
		return new FreeText(table, column,
				"(select concat('/consultants/', c.reference) from consultant c where c.id = t.consultant_id)");
	}

	private static FreeText mail(String column) {
		return new FreeText("mail_out", column, "concat('/admin/outbox/', t.id)").orRemoved();
	}

}
