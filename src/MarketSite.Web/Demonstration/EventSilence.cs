namespace MarketSite.Web.Demonstration;

/// <summary>
/// While it is kept, no event is raised: nobody is told, and nobody written to, of what is only made up. It holds for whoever keeps it and
/// all that they begin.
/// </summary>
internal sealed class EventSilence : IDisposable
{
    private static readonly AsyncLocal<EventSilence?> Kept = new();

    private bool _isOver;

    private EventSilence()
    {
    }

    /// <summary>Whether nobody is told just now.</summary>
    public static bool IsKept => Kept.Value is { _isOver: false };

    /// <summary>Keeps it until what is answered is disposed.</summary>
    public static EventSilence Keep() => Kept.Value = new EventSilence();

    // What was begun meanwhile and still runs remembers it, and is told by this that it is over.
    public void Dispose() => _isOver = true;
}
