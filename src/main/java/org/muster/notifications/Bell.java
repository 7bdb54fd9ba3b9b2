package org.muster.notifications;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How many notices somebody has not read; on every page. */
@Component("bell")
public class Bell {

	private static final Logger log = LoggerFactory.getLogger(Bell.class);

	private final NotificationRows rows;

	Bell(NotificationRows rows) {
		this.rows = rows;
	}

	/** None while the database is away: the page that says so has a bell as well. */
	public int unread(long account) {
		try {
			return this.rows.unread(account);
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("The bell is silent", ex);
			return 0;
		}
	}

}
