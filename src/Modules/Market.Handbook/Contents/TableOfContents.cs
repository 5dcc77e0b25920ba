namespace Market.Handbook.Contents;

/// <summary>The pages, in the order in which they are read.</summary>
public static class TableOfContents
{
    public static IReadOnlyList<Chapter> All { get; } =
    [
        new("first-steps", Reader.Member),
        new("ordering", Reader.Member),
        new("my-account", Reader.Member),
        new("desk", Reader.Coordinator),
        new("selling", Reader.Coordinator),
        new("orders", Reader.Coordinator),
        new("clients", Reader.Coordinator),
        new("balances", Reader.Coordinator),
        new("payments", Reader.Coordinator),
        new("corrections", Reader.Coordinator),
        new("announced", Reader.Coordinator),
        new("counter", Reader.Coordinator),
        new("goods", Reader.Coordinator),
        new("drawers", Reader.Coordinator),
        new("receipts", Reader.Coordinator),
        new("closing", Reader.Coordinator),
        new("reminders", Reader.Treasurer),
        new("bank", Reader.Treasurer),
        new("cheques", Reader.Treasurer),
        new("card", Reader.Treasurer),
        new("producers", Reader.Treasurer),
        new("fees", Reader.Treasurer),
        new("books", Reader.Treasurer),
        new("journals", Reader.Treasurer),
        new("year", Reader.Treasurer),
        new("settings", Reader.Administrator),
        new("roles", Reader.Administrator),
        new("moving-in", Reader.Administrator),
        new("workflows", Reader.Administrator),
        new("upkeep", Reader.Administrator),
    ];

    public static Chapter? Find(string? name) => All.FirstOrDefault(chapter => chapter.Name == name);
}
