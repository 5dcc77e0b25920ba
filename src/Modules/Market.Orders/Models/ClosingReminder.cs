namespace Market.Orders.Models;

/// <summary>That a user wants a mail before orders close, if they have not ordered. A YesSql document, one a user.</summary>
public sealed class ClosingReminder
{
    // Few distributions are open at once.
    private const int Remembered = 10;

    /// <summary>Who wants it.</summary>
    public string UserId { get; set; } = string.Empty;

    /// <summary>The latest distributions that they were written to about.</summary>
    public IList<string> Told { get; set; } = [];

    /// <summary>Takes the mail about a distribution, if it was not taken.</summary>
    public bool Take(string distributionId)
    {
        if (Told.Contains(distributionId))
        {
            return false;
        }

        Told = [.. Told.TakeLast(Remembered - 1), distributionId];
        return true;
    }
}
