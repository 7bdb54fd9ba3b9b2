package org.muster.requests;

import org.muster.skills.Taxonomy;

/** Role templates without a database. */
public final class TemplatesOf {

	private TemplatesOf() {
	}

	public static RoleTemplates file(Taxonomy taxonomy) {
		return new RoleTemplates(taxonomy);
	}

}
