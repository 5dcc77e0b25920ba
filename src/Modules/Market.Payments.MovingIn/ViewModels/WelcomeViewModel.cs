namespace Market.Payments.MovingIn.ViewModels;

public class WelcomeViewModel
{
    public required string Token { get; set; }

    public string? Email { get; set; }
}
