namespace Market.Payments.Outbox;

/// <summary>How many events led, each by a workflow it started, to what is done now: none for what a person does.</summary>
public static class OutboxChain
{
    private static readonly AsyncLocal<int> _length = new();

    /// <summary>The length for the rest of the method that sets it, and for all it calls.</summary>
    public static int Length
    {
        get => _length.Value;
        set => _length.Value = value;
    }
}
