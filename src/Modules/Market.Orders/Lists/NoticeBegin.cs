namespace Market.Orders.Lists;

/// <summary>Whether a mail that was noted is to be sent.</summary>
public enum NoticeBegin
{
    /// <summary>It was sent, or is being sent by another.</summary>
    Not,

    /// <summary>It is sent for the first time.</summary>
    First,

    /// <summary>It may have been sent already: the site stopped while it was.</summary>
    Again,
}
