package org.muster.forms;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach Muster, as the installation says: links never go by what a request
 * claims to have asked for.
 */
@Component
public class PublicAddress {

	private final Environment environment;

	public PublicAddress(Environment environment) {
		this.environment = environment;
	}

	/**
	 * @param path of a page, from its slash on
	 */
	public String of(String path) {
		String base = this.environment.getProperty("muster.public-url",
				"http://localhost:" + this.environment.getProperty("local.server.port", "8080"));
		return base.replaceAll("/+$", "") + path;
	}

	/** Whether nobody reaches it without encryption. */
	public boolean isSecure() {
		return of("").startsWith("https:");
	}

}
