namespace Market.Payments.Models;

/// <summary>A user beside the holder who sees and settles an account.</summary>
public class FurtherLogin
{
    public string UserId { get; set; } = string.Empty;

    /// <summary>The user who invited them.</summary>
    public string InvitedBy { get; set; } = string.Empty;

    public DateTimeOffset Since { get; set; }
}
