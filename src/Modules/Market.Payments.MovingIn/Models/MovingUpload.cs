namespace Market.Payments.MovingIn.Models;

/// <summary>A file that somebody is about to move in from: theirs alone, and for a day at most.</summary>
public class MovingUpload
{
    public string RunId { get; set; } = string.Empty;

    /// <summary>Who brought it.</summary>
    public string UserId { get; set; } = string.Empty;

    public string FileName { get; set; } = string.Empty;

    public DateTimeOffset BroughtAt { get; set; }

    /// <summary>The file as it is.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>How it is read; as it was guessed, until somebody corrects it.</summary>
    public MovingChoice Choice { get; set; } = new();
}
