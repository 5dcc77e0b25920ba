namespace Market.Handbook.Contents;

/// <summary>Who a page is for.</summary>
public enum Reader
{
    Member,
    Coordinator,
    Treasurer,
    Administrator,
}
