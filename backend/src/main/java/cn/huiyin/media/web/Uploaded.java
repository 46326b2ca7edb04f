package cn.huiyin.media.web;

/**
 * What an upload gives.
 *
 * @param id to be named when a ticket is filed
 * @param url a signed path that shows it for a while, to be put behind the address of the service
 */
record Uploaded(String id, String url) {}
