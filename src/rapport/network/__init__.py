"""Who is connected with whom on the hub, who follows whom, and how near that makes them."""
