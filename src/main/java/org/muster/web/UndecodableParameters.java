package org.muster.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.InvalidParameterException;

/**
 * An address whose parameters are no UTF-8 is answered before any page asks for them:
 * Tomcat would refuse each time, also to the page that says so.
 */
class UndecodableParameters extends ValveBase {

	UndecodableParameters() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (isReadable(request)) {
			getNext().invoke(request, response);
		}
		else {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			ServerErrors.write(response, HttpServletResponse.SC_BAD_REQUEST);
		}
	}

	/** A body may be long in coming. */
	private static boolean isReadable(Request request) {
		if (request.getQueryString() == null || UnfinishedBodies.hasBody(request)) {
			return true;
		}
		try {
			request.getParameterNames();
			return true;
		}
		catch (InvalidParameterException ex) {
			return false;
		}
	}

}
