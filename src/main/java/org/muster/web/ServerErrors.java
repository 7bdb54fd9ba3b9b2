package org.muster.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What the server answers by itself, before any page of ours: one line of text, with the
 * same headers as a page.
 */
public class ServerErrors extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			write(response, status);
		}
		catch (IOException | IllegalStateException ex) {
			this.container.getLogger().debug("An error could not be reported", ex);
		}
	}

	/** For what is refused before errors are reported. */
	static void write(Response response, int status) throws IOException {
		SecurityConfiguration.headers().forEach(response::setHeader);
		HttpStatus known = HttpStatus.resolve(status);
		response.setContentType("text/plain");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		Writer writer = response.getReporter();
		if (writer != null) {
			writer.write(status + ((known != null) ? " " + known.getReasonPhrase() : "") + "\n");
			response.finishResponse();
		}
	}

}
