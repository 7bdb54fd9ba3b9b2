package org.muster.web;

import java.nio.channels.SocketChannel;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Tomcat keeps 8,192 connections and lets all of them be of one address, which could keep
 * everybody else out by opening them and saying a letter now and then. A browser opens
 * six, so that a whole office behind one address stays below the limit. Behind a proxy,
 * whose address all have, the proxy counts.
 */
public class BoundedConnections extends Http11NioProtocol {

	/** Of one address, at once. */
	static final int FROM_ONE_ADDRESS = 1000;

	/** Called by Tomcat. */
	public BoundedConnections() {
		super(new Endpoint());
	}

	private static final class Endpoint extends NioEndpoint {

		@Override
		protected boolean setSocketOptions(SocketChannel socket) {
			String address = socket.socket().getInetAddress().getHostAddress();
			// Nobody can have too many while there are few; that count has this one
			// already.
			if (getConnectionCount() > FROM_ONE_ADDRESS && open(address) >= FROM_ONE_ADDRESS) {
				destroySocket(socket);
				return false;
			}
			return super.setSocketOptions(socket);
		}

		private long open(String address) {
			return getConnections().stream().filter((one) -> address.equals(one.getRemoteAddr())).count();
		}

	}

}
